package io.mainswatch.localaws.faults;

/** An order that cannot be carried out: which field, what it held, and what it may hold. */
final class BadOrder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String remedy;

    /** @param remedy the end of a sentence that begins with field and value */
    BadOrder(String field, String value, String remedy) {
        super(field + " '" + value + "': " + remedy);
        this.field = field;
        this.value = value;
        this.remedy = remedy;
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    String remedy() {
        return remedy;
    }
}
