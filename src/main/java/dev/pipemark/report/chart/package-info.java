/** Charts. Each class makes the data of one kind of chart, which the scripts draw. */
@NullMarked
package dev.pipemark.report.chart;

import org.jspecify.annotations.NullMarked;
