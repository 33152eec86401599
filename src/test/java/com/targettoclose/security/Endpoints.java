package com.targettoclose.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every endpoint of the running application, told by those who serve them: Jersey's own model of each of its
 * applications, sub-resources included, and Spring's mappings.
 */
final class Endpoints {

    private static final String OURS = "com.targettoclose.";

    private final WebApplicationContext context;
    private final Set<Endpoint> found = new TreeSet<>();

    private Endpoints(WebApplicationContext context) {
        this.context = context;
    }

    static Set<Endpoint> of(WebApplicationContext context) {
        var endpoints = new Endpoints(context);
        endpoints.collect();
        return endpoints.found;
    }

    private void collect() {
        ServletContext servlets = context.getServletContext();
        servlets.getServletRegistrations().values().forEach(this::collect);
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .forEach(mapped -> collect(
                        mapped.getKey(),
                        mapped.getValue().getBeanType().getName().startsWith(OURS)));
        context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .filter(path -> !path.equals("/**"))
                .forEach(path -> add("GET", path, false));
    }

    /** A servlet is Spring's, whose mappings are asked, or Jersey's, whose model is; of another kind there is none. */
    private void collect(ServletRegistration servlet) {
        var type = servlet.getClassName();
        if (type.equals(ServletContainer.class.getName())) {
            var root = servlet.getMappings().iterator().next().replaceAll("/\\*$", "");
            var application = servlet.getInitParameter("jakarta.ws.rs.Application");
            resources(application).forEach(resource -> collect(resource, join(root, resource.getPath())));
        } else if (!type.equals(DispatcherServlet.class.getName())
                && !type.equals("org.apache.catalina.servlets.DefaultServlet")) {
            throw new AssertionError("Nobody knows what this servlet answers: " + servlet.getName() + ", " + type);
        }
    }

    private Stream<Resource> resources(String application) {
        Application found = application == null ? context.getBean(ResourceConfig.class) : create(application);
        return found.getClasses().stream()
                .filter(Resource::isAcceptable)
                .map(Resource::from)
                .filter(r -> r != null);
    }

    private static Application create(String application) {
        try {
            return (Application)
                    Class.forName(application).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void collect(Resource resource, String path) {
        resource.getResourceMethods().forEach(method -> add(method.getHttpMethod(), path, false));
        var locator = resource.getResourceLocator();
        if (locator != null) {
            collect(Resource.from(locator.getInvocable().getRawResponseType()), path);
        }
        resource.getChildResources().forEach(child -> collect(child, join(path, child.getPath())));
    }

    private void collect(RequestMappingInfo mapping, boolean ours) {
        var named = mapping.getMethodsCondition().getMethods();
        var methods = named.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : named;
        mapping.getPatternValues().forEach(path -> methods.forEach(method -> add(method.name(), path, ours)));
    }

    private void add(String method, String path, boolean ours) {
        found.add(new Endpoint(HttpMethod.valueOf(method), path, ours));
    }

    private static String join(String path, String part) {
        var joined = path + "/" + (part == null ? "" : part.replaceAll("^/|/$", ""));
        return joined.replaceAll("/$", "");
    }
}
