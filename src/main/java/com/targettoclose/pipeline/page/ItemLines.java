package com.targettoclose.pipeline.page;

import com.targettoclose.conversation.Item;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.OpportunityView.GapView;
import com.targettoclose.pipeline.OpportunityView.ItemView;
import com.targettoclose.pipeline.page.Overview.ItemLine;
import com.targettoclose.pipeline.page.Overview.Mark;
import com.targettoclose.pipeline.page.Overview.SaidLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The items of a deal, each with its state, its evidence and what the client said last about it. */
final class ItemLines {

    private static final Set<EntryKind> SPEAKS =
            EnumSet.of(EntryKind.GAINED, EntryKind.NOT_YET, EntryKind.DECLINED, EntryKind.WITHDRAWN);

    private final Map<String, ItemView> views;
    private final Set<String> owed;
    private final Map<String, Entry> newest = new HashMap<>();

    ItemLines(OpportunityView deal, History history) {
        this.views = deal.items().stream().collect(Collectors.toMap(ItemView::item, Function.identity()));
        this.owed = deal.gaps().stream().map(GapView::item).collect(Collectors.toSet());
        history.entries().stream()
                .filter(entry -> entry.content().item() != null && SPEAKS.contains(entry.kind()))
                .forEach(entry -> newest.put(String.valueOf(entry.content().item()), entry));
    }

    ItemLine of(Item item) {
        var view = views.get(item.id());
        var state = view == null ? "not-asked" : view.state();
        return new ItemLine(
                item.label(),
                state,
                Said.state(state),
                item.kind().equals("commitment"),
                owed.contains(item.id()),
                view == null ? List.of() : marks(view),
                view == null ? "" : Day.of(view.since()),
                said(newest.get(item.id())));
    }

    /** Whether an item is held or waived: nothing to do about it. */
    static boolean settled(ItemLine line) {
        return !line.owed() && (line.state().equals("gained") || line.state().equals("waived"));
    }

    private static List<Mark> marks(ItemView view) {
        List<Mark> marks = new ArrayList<>();
        add(marks, view.proof(), Said.proof(view.proof()));
        add(marks, view.recorded(), Said.recorded(view.recorded()));
        if (view.corrected()) {
            marks.add(new Mark("corrected", "the client says it is not right"));
        }
        return marks;
    }

    private static void add(List<Mark> marks, @Nullable String kind, String words) {
        if (kind != null && !words.isEmpty()) {
            marks.add(new Mark(kind, words));
        }
    }

    private static @Nullable SaidLine said(@Nullable Entry entry) {
        if (entry == null || entry.content().words() == null && entry.content().link() == null) {
            return null;
        }
        var it = entry.content();
        return new SaidLine(it.contact(), it.words(), it.link());
    }
}
