package com.targettoclose.process.opening;

import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Terms;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads terms as they were sent, and writes them as the ledger keeps them. */
public final class RawTerms {

    private RawTerms() {}

    /** The terms, new business where no type is named; null where a fault was noted. */
    public static @Nullable Terms read(
            FieldReader fields, @Nullable String value, @Nullable String currency, @Nullable String dealType) {
        int before = fields.faults().size();
        var amount = fields.money("value", value);
        var code = fields.currency("currency", currency);
        boolean noType = dealType == null || dealType.isBlank();
        var type = noType ? DealType.NEW_BUSINESS : fields.choice("dealType", DealType.class, dealType);
        if (amount != null && (currency == null || currency.isBlank())) {
            fields.fault("currency", FaultCode.VALUE_WITHOUT_CURRENCY, null);
        }
        return fields.faults().size() > before || type == null ? null : new Terms(amount, code, type);
    }

    /** The terms as values of a ledger entry; numbers as text, so that they stay as written. */
    public static Map<String, Object> detail(Terms terms) {
        Map<String, Object> detail = new TreeMap<>();
        if (terms.value() != null) {
            detail.put("value", terms.value().toPlainString());
        }
        if (terms.currency() != null) {
            detail.put("currency", terms.currency());
        }
        detail.put("dealType", terms.dealType().value());
        return detail;
    }
}
