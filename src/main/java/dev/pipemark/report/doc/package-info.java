/** A page as plain data, and its writers for Markdown, HTML, pictures and CSV. */
@NullMarked
package dev.pipemark.report.doc;

import org.jspecify.annotations.NullMarked;
