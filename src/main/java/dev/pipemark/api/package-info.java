/** The interfaces for authors of codecs and payloads: shapes, coders, frames and providers. */
@NullMarked
package dev.pipemark.api;

import org.jspecify.annotations.NullMarked;
