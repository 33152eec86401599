package com.targettoclose.security;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the login form of the company's login service, where that is a second way in beside passwords. */
@ControllerAdvice("com.targettoclose.home")
class OfferLoginService {

    private final OidcSettings settings;

    OfferLoginService(OidcSettings settings) {
        this.settings = settings;
    }

    /** Where signing in there begins; null where it is the only way in, or none. */
    @ModelAttribute("loginService")
    @Nullable
    String begin() {
        return settings.on() && settings.passwordsToo() ? LoginService.BEGIN : null;
    }
}
