package com.acme;

import java.io.Serializable;

/** What Acme sends between its processes. It knows nothing of the suite. */
public record Invoice(String number, String customer, String remark, long cents, boolean paid)
        implements Serializable {}
