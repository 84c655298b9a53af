package com.acme;

import java.io.Serializable;

/** A value that Acme sends between its processes. It does not depend on the suite. */
public record Invoice(String number, String customer, String remark, long cents, boolean paid)
        implements Serializable {}
