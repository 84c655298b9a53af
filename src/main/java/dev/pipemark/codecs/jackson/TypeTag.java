package dev.pipemark.codecs.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Mixed into the sealed types of a shape, so that messages name the member. Jackson 2 and 3 read the same annotation.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
interface TypeTag {}
