package com.targettoclose.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * The login service. Nothing is asked of it before somebody signs in: this application starts while it is away, and says
 * so to whoever comes.
 */
@Component
class LoginService {

    /** Its name in addresses. */
    static final String NAME = "company";

    /** Where signing in begins. */
    static final String BEGIN = "/oauth2/authorization/" + NAME;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final SupplierClientRegistrationRepository registrations;

    LoginService(OidcSettings settings) {
        this.settings = settings;
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
    }

    /** This application as the login service knows it. */
    SupplierClientRegistrationRepository registrations() {
        return registrations;
    }

    /** Whether somebody can be signed out there from here. */
    boolean endsSessions() {
        return Objects.requireNonNull(registrations.findByRegistrationId(NAME))
                .getProviderDetails()
                .getConfigurationMetadata()
                .containsKey("end_session_endpoint");
    }

    /** Takes access tokens apart: signed by the login service, meant for us, with an end that has not come. */
    JwtDecoder accessTokens(Clock clock) {
        var decoder = new SupplierJwtDecoder(() -> decoder(clock));
        return token -> {
            try {
                return decoder.decode(token);
            } catch (BadJwtException e) {
                throw e;
            } catch (JwtException e) {
                throw new LoginServiceAway(e);
            }
        };
    }

    private JwtDecoder decoder(Clock clock) {
        var patient = new RestTemplateBuilder()
                .connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .build();
        var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                .restOperations(patient)
                .build();
        var timestamps = new JwtTimestampValidator();
        timestamps.setClock(clock);
        List<OAuth2TokenValidator<Jwt>> all = List.of(
                timestamps,
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, meant -> meant != null && meant.contains(settings.audience())));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(all));
        return decoder;
    }

    private ClientRegistration registration() {
        var registration = ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(NAME)
                .clientId(settings.clientId())
                .scope(settings.scopes())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        return settings.clientSecret().isEmpty()
                ? registration
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : registration.clientSecret(settings.clientSecret()).build();
    }
}
