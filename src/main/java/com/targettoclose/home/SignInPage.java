package com.targettoclose.home;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The login form. Its parameter says what led here: {@code error}, {@code expired}, {@code out}. */
@Hidden
@Controller
class SignInPage {

    @GetMapping("/login")
    String form() {
        return "login";
    }
}
