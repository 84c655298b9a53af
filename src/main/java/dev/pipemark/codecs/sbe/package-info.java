/** Simple Binary Encoding. The build generates the package {@code schema} from {@code src/main/sbe/pipemark.xml}. */
@NullMarked
package dev.pipemark.codecs.sbe;

import org.jspecify.annotations.NullMarked;
