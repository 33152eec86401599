package com.targettoclose.home;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves what our pages look like under a path of its own, so that the table of access can name it. */
@Configuration(proxyBeanMethods = false)
class OurLook implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/look/**").addResourceLocations("classpath:/look/");
        registry.addResourceHandler("/look/bpmn-js/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/bpmn-js/8.0.0/dist/");
    }
}
