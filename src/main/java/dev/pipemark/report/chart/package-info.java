/** Charts. Each class answers one question with a picture, and yields the data that the scripts draw. */
@NullMarked
package dev.pipemark.report.chart;

import org.jspecify.annotations.NullMarked;
