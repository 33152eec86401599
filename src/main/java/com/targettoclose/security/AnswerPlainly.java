package com.targettoclose.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link PlainAnswers} around the engine's own interface, behind the chains and both doors. */
@Configuration(proxyBeanMethods = false)
class AnswerPlainly {

    @Bean
    FilterRegistrationBean<PlainAnswers> plainAnswers(ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new PlainAnswers(json));
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
        return registration;
    }
}
