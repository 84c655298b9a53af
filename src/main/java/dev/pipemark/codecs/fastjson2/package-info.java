/** fastjson2: JSON, and its binary format JSONB. */
@NullMarked
package dev.pipemark.codecs.fastjson2;

import org.jspecify.annotations.NullMarked;
