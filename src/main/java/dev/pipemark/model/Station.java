package dev.pipemark.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a graph: stations refer to their neighbours, which refer back, so that the same station is reached by many
 * ways. Equality is identity: whoever carries a graph has to keep its structure.
 */
public final class Station implements Serializable {
    private static final long serialVersionUID = 1L;

    public String name = "";
    public List<Station> neighbours = new ArrayList<>();
}
