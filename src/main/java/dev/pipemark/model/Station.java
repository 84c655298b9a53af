package dev.pipemark.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a graph. Stations refer to their neighbours, which refer back, so several paths lead to the same station.
 * Equality is identity: a codec that carries a graph must keep its structure.
 */
public final class Station implements Serializable {
    private static final long serialVersionUID = 1L;

    public String name = "";
    public List<Station> neighbours = new ArrayList<>();
}
