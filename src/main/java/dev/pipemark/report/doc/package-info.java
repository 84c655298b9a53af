/** A page as plain data, and its writers: Markdown, HTML, pictures, CSV. */
@NullMarked
package dev.pipemark.report.doc;

import org.jspecify.annotations.NullMarked;
