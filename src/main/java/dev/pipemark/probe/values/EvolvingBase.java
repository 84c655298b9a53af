package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A simple bean in the sender's version. The names of the other versions have the same length, so their class files
 * stay valid if this name replaces theirs. A receiver then loads another version under this name.
 */
public final class EvolvingBase implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name = "";
    private int count;
    private List<String> tags = new ArrayList<>();
    private double weight;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    public List<String> getTags() {
        return tags;
    }

    public void setTags(List<String> tags) {
        this.tags = tags;
    }

    public double getWeight() {
        return weight;
    }

    public void setWeight(double weight) {
        this.weight = weight;
    }
}
