package com.targettoclose.pipeline.act;

import com.targettoclose.process.people.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as the page draws it: groups of blocks of fields. */
record ActForm(List<Group> groups) {

    /** A form of one group. */
    static ActForm of(Field... fields) {
        return new ActForm(List.of(new Group(null, true, List.of(new Block(null, List.of(fields))))));
    }

    /**
     * A part of a form.
     *
     * @param title above it; null for none, and then it does not fold
     * @param open whether it stands open
     */
    record Group(@Nullable String title, boolean open, List<Block> blocks) {}

    /** Fields that belong together. */
    record Block(@Nullable String legend, List<Field> fields) {}

    /**
     * A field.
     *
     * @param kind {@code text, area, date, number, select, checks}: how it is drawn
     * @param hint below its label; null for none
     */
    record Field(
            String name,
            String label,
            String kind,
            @Nullable String hint,
            List<Option> options) {

        static Field text(String name, String label, @Nullable String hint) {
            return new Field(name, label, "text", hint, List.of());
        }

        static Field area(String name, String label, @Nullable String hint) {
            return new Field(name, label, "area", hint, List.of());
        }

        static Field date(String name, String label) {
            return new Field(name, label, "date", null, List.of());
        }

        static Field select(String name, String label, List<Option> options) {
            return new Field(name, label, "select", null, options);
        }

        static Field checks(String name, String label, List<Option> options) {
            return new Field(name, label, "checks", null, options);
        }
    }
}
