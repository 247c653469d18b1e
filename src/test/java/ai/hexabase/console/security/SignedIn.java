package ai.hexabase.console.security;

import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Somebody who has just signed in with an account of the console's own; an administrator unless said otherwise. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithSecurityContext(factory = SignedIn.Factory.class)
public @interface SignedIn {
    String name() default "misaki";

    Role[] roles() default {Role.ADMIN};

    /** Signs them in. */
    class Factory implements WithSecurityContextFactory<SignedIn> {
        @Override
        public SecurityContext createSecurityContext(SignedIn person) {
            var context = SecurityContextHolder.createEmptyContext();
            var grants = Arrays.stream(person.roles()).map(Grant::everywhere).toArray(Grant[]::new);
            context.setAuthentication(SignIns.just(person.name(), grants));
            return context;
        }
    }
}
