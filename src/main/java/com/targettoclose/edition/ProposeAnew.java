package com.targettoclose.edition;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.process.people.Actor;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Goes back to an edition: its files are proposed anew, through the same checks and the same commitment as any redesign. */
@Service
public class ProposeAnew {

    private final Editions editions;
    private final RepositoryService repository;
    private final IdentityService identities;

    ProposeAnew(Editions editions, @Lazy RepositoryService repository, @Lazy IdentityService identities) {
        this.editions = editions;
        this.repository = repository;
        this.identities = identities;
    }

    /** Proposes them, in the name of whoever asks; why not, or empty where they are the newest edition now. */
    public Optional<Refusal> propose(Edition edition, Actor who) {
        var deployment = repository.createDeployment().name("Edition " + edition.number() + " anew");
        editions.files(edition)
                .forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        identities.setAuthentication(who.userId(), List.copyOf(who.groups()));
        try {
            deployment.deploy();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(refusal(e));
        } finally {
            identities.clearAuthentication();
        }
    }

    private static Refusal refusal(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused.refusal();
            }
        }
        throw thrown;
    }
}
