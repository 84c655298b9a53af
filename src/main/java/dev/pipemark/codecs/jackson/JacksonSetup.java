package dev.pipemark.codecs.jackson;

/** The part of Jackson 3's configuration in which codecs of one format differ. */
enum JacksonSetup {
    PLAIN,
    /** Messages name the class of a value if its declared type does not determine the class. */
    CLASS_NAMES,
    /** Objects are written as arrays of their values, without the names of fields. */
    ARRAYS,
    BLACKBIRD,
    AFTERBURNER
}
