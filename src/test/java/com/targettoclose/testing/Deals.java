package com.targettoclose.testing;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Item;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.opening.OpenOpportunities;
import com.targettoclose.process.opening.OpenOpportunities.Opening;
import com.targettoclose.process.opening.OpenOpportunities.Result;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.OpenConversations;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;

/** Opens deals for tests; what is done with one is told by {@link Deal}. */
public class Deals {

    /** The rep who owns the deals of tests. */
    public static final String REP = "rita";

    /** The sales leader who commits to editions in tests. */
    public static final String LEADER = "committer";

    final Opportunities opportunities;
    final Ledger ledger;
    final OpenConversations conversations;
    final Roadmaps roadmaps;
    final Jobs jobs;
    final TestClock clock;
    final FormService forms;
    final TaskService tasks;
    final IdentityService identities;
    private final OpenOpportunities openOpportunities;

    Deals(
            Opportunities opportunities,
            Ledger ledger,
            OpenConversations conversations,
            Roadmaps roadmaps,
            OpenOpportunities openOpportunities,
            Jobs jobs,
            TestClock clock,
            @Lazy FormService forms,
            @Lazy TaskService tasks,
            @Lazy IdentityService identities) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.conversations = conversations;
        this.roadmaps = roadmaps;
        this.openOpportunities = openOpportunities;
        this.jobs = jobs;
        this.clock = clock;
        this.forms = forms;
        this.tasks = tasks;
        this.identities = identities;
    }

    /** A deal of 50,000 USD, new business: every item is required. */
    public Deal open() {
        return open("50000", "new-business");
    }

    /** A deal of this value in USD (null: unknown) and type, from target to close; its first gate has run. */
    public Deal open(String value, String dealType) {
        return open(value, dealType, REP);
    }

    /** A deal of this owner, who becomes a user where there is none yet; its first gate has run. */
    public Deal open(String value, String dealType, String owner) {
        return openOnly(value, dealType, owner).settle();
    }

    /** A renewal of 50,000 USD on the roadmap that is meant for renewals; its first gate has run. */
    public Deal openRenewal() {
        return openOnly("50000", "renewal", REP, null).settle();
    }

    /** A deal on the way from target to close whose first gate has not run yet. */
    public Deal openOnly(String value, String dealType, String owner) {
        return openOnly(value, dealType, owner, "target-to-close");
    }

    /** A deal on a roadmap, null for that of its type, whose first gate has not run yet. */
    public Deal openOnly(String value, String dealType, String owner, @Nullable String roadmap) {
        user(owner);
        var currency = value == null ? null : "USD";
        var opening = new Opening(null, "Northwind Traders", owner, null, value, currency, dealType, roadmap, null);
        if (openOpportunities.open(opening, owner) instanceof Result.Opened opened) {
            return deal(opened.opportunity().id());
        }
        throw new AssertionError("The deal was not opened: " + opening);
    }

    /** A deal that was opened elsewhere. */
    public Deal deal(String id) {
        return new Deal(this, id);
    }

    /** Makes sure that there is a user, a sales rep. */
    public void user(String id) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            var user = identities.newUser(id);
            user.setFirstName(id);
            user.setLastName("Test");
            user.setPassword("Only4Tests-" + id);
            identities.saveUser(user);
            identities.createMembership(id, Group.REP.id());
        }
    }

    /** Makes sure that there is a user, a sales rep who is in this group too. */
    public void user(String id, Group also) {
        user(id);
        boolean member =
                identities.createGroupQuery().groupId(also.id()).groupMember(id).count() > 0;
        if (!member) {
            identities.createMembership(id, also.id());
        }
    }

    /** Whoever signs in with the password that these users have. */
    public Http http(int port, String user) {
        return new Http(port, user, "Only4Tests-" + user);
    }

    /** Has a sales leader commit to the newest edition. */
    public void commit(int port) {
        user(LEADER, Group.LEADER);
        var leader = http(port, LEADER);
        var newest = leader.get("/api/editions?size=1")
                .body()
                .at("/content/0/number")
                .asInt();
        var decision = Map.<String, Object>of("decision", "committed", "words", "We try it for a quarter.");
        var answer = leader.post("/api/editions/" + newest + "/commitment", decision);
        if (answer.status() != 200) {
            throw new AssertionError("Edition " + newest + " was not committed to: " + answer.body());
        }
    }

    /** An item of the shipped roadmap. */
    public Item item(String id) {
        return roadmaps.inForce("target-to-close").orElseThrow().items().get(id);
    }

    /** A conversation of the shipped roadmap, by the id of its user task. */
    public Conversation conversation(String key) {
        return roadmaps.inForce("target-to-close")
                .flatMap(roadmap -> roadmap.conversation(key))
                .orElseThrow();
    }

    /** Does something as a user. */
    void as(String user, Runnable action) {
        identities.setAuthenticatedUserId(user);
        try {
            action.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    void submit(String taskId, String user, Map<String, Object> fields) {
        as(user, () -> forms.submitTaskForm(taskId, fields));
    }
}
