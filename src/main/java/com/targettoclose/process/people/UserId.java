package com.targettoclose.process.people;

import com.targettoclose.ledger.Ledger;
import java.util.regex.Pattern;

/** What a user's id may be: it stands in addresses, on conversations and in the ledger. */
public final class UserId {

    /** Letters, digits, dots, hyphens, underscores and at signs; never what the ledger calls the application itself, or a client. */
    public static final String PATTERN =
            "(?!(?:" + Ledger.SYSTEM + "|" + Ledger.CLIENT + ")$)[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

    private static final Pattern ALLOWED = Pattern.compile(PATTERN);

    private UserId() {}

    /** Whether a user may be called so. */
    public static boolean allows(String id) {
        return ALLOWED.matcher(id).matches();
    }
}
