package com.targettoclose.redesign;

import com.targettoclose.process.people.SalesForce;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What these pages share: who is signed in, and the page that says that there is none. */
@ControllerAdvice(basePackages = "com.targettoclose.redesign")
class Frame {

    private final SalesForce salesForce;

    Frame(SalesForce salesForce) {
        this.salesForce = salesForce;
    }

    /** There is no such thing. */
    static final class NotThere extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @ModelAttribute("name")
    @Nullable
    String name(@Nullable Authentication who) {
        return who == null ? null : salesForce.names(List.of(who.getName())).getOrDefault(who.getName(), who.getName());
    }

    @ExceptionHandler(NotThere.class)
    ModelAndView notThere() {
        return new ModelAndView("error", Map.of("status", HttpStatus.NOT_FOUND.value()), HttpStatus.NOT_FOUND);
    }
}
