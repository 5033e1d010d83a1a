package io.ticketpulse.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** HTTP basic (RFC 7617) for the users in the settings. */
@ApplicationScoped
class SettingsLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final PlatformSettings settings;

    SettingsLogin(PlatformSettings settings) {
        this.settings = settings;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        PlatformSettings.User user = settings.users().get(request.getUsername());
        String password = new String(request.getPassword().getPassword());
        // An unknown name costs the same comparison as a wrong password.
        String expected = user == null ? password + "x" : user.password();
        if (!sameText(expected, password)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Unknown user or wrong password"));
        }
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(request.getUsername()))
                .addRole(user.role() == PlatformSettings.Role.ADMIN ? Roles.ADMIN : Roles.READER)
                .build());
    }

    private static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
