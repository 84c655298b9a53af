package dev.pipemark.probe.values;

import java.io.Serializable;

/** Forty fields, like a class generated from a database table: more than a 32-bit mask can represent. */
public final class WideClass implements Serializable {
    private static final long serialVersionUID = 1L;

    public int c01;
    public long c02;
    public double c03;
    public boolean c04;
    public String c05 = "";
    public int c06;
    public long c07;
    public double c08;
    public boolean c09;
    public String c10 = "";
    public int c11;
    public long c12;
    public double c13;
    public boolean c14;
    public String c15 = "";
    public int c16;
    public long c17;
    public double c18;
    public boolean c19;
    public String c20 = "";
    public int c21;
    public long c22;
    public double c23;
    public boolean c24;
    public String c25 = "";
    public int c26;
    public long c27;
    public double c28;
    public boolean c29;
    public String c30 = "";
    public int c31;
    public long c32;
    public double c33;
    public boolean c34;
    public String c35 = "";
    public int c36;
    public long c37;
    public double c38;
    public boolean c39;
    public String c40 = "";

    /** Returns an object with a value in each field. */
    static WideClass filled() {
        WideClass row = new WideClass();
        row.c01 = 1001;
        row.c02 = 2_000_000_000_007L;
        row.c03 = 3.5;
        row.c04 = true;
        row.c05 = "column 5";
        row.c06 = 6006;
        row.c07 = 7_000_000_000_007L;
        row.c08 = 8.5;
        row.c09 = false;
        row.c10 = "column 10";
        row.c11 = 11011;
        row.c12 = 12_000_000_000_007L;
        row.c13 = 13.5;
        row.c14 = true;
        row.c15 = "column 15";
        row.c16 = 16016;
        row.c17 = 17_000_000_000_007L;
        row.c18 = 18.5;
        row.c19 = false;
        row.c20 = "column 20";
        row.c21 = 21021;
        row.c22 = 22_000_000_000_007L;
        row.c23 = 23.5;
        row.c24 = true;
        row.c25 = "column 25";
        row.c26 = 26026;
        row.c27 = 27_000_000_000_007L;
        row.c28 = 28.5;
        row.c29 = false;
        row.c30 = "column 30";
        row.c31 = 31031;
        row.c32 = 32_000_000_000_007L;
        row.c33 = 33.5;
        row.c34 = true;
        row.c35 = "column 35";
        row.c36 = 36036;
        row.c37 = 37_000_000_000_007L;
        row.c38 = 38.5;
        row.c39 = false;
        row.c40 = "column 40";
        return row;
    }
}
