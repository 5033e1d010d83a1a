package io.ticketpulse.platform;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** What a login may do, wherever it comes from: the settings, or the roles in an OpenID Connect token. */
@Singleton
class Roles implements SecurityIdentityAugmentor {

    static final String READER = "reader";
    static final String ADMIN = "admin";

    /** An admin is a reader too. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.hasRole(ADMIN)
                ? QuarkusSecurityIdentity.builder(identity).addRole(READER).build()
                : identity);
    }
}
