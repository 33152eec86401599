package com.targettoclose.security;

import com.targettoclose.process.OneNodeAtATime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once the engine is built, and before anything is deployed or served: first users, groups, rights and the shared
 * filters, all or nothing. Nodes that start together do it in turn: no rule of the database keeps a filter from being there
 * twice. A node of an older release may take no turn; who trips over it looks again.
 */
@Component
class PrepareIdentities extends AbstractProcessEnginePlugin {

    private static final int TRIES = 5;

    /** The engine's own pattern has letters and digits only: no {@code process-owner}. */
    private static final String GROUP_ID = "[a-zA-Z0-9][a-zA-Z0-9-]*";

    private final FirstUsers firstUsers;
    private final StoredPasswords passwords;
    private final EnginePasswords enginePasswords;
    private final OneNodeAtATime oneNode;
    private final TransactionTemplate transaction;

    PrepareIdentities(
            FirstUsers firstUsers,
            StoredPasswords passwords,
            EnginePasswords enginePasswords,
            OneNodeAtATime oneNode,
            PlatformTransactionManager transactions) {
        this.firstUsers = firstUsers;
        this.passwords = passwords;
        this.enginePasswords = enginePasswords;
        this.oneNode = oneNode;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGroupResourceWhitelistPattern(GROUP_ID);
        engine.setPasswordManager(passwords.manager());
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new LongPasswords());
        engine.setIdentityProviderSessionFactory(enginePasswords);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        oneNode.run(() -> prepareAlone(engine));
    }

    private void prepareAlone(ProcessEngine engine) {
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> prepare(engine));
                return;
            } catch (StartRefused e) {
                throw e;
            } catch (RuntimeException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void prepare(ProcessEngine engine) {
        new GroupsAndRights(engine).create();
        firstUsers.create(new Users(engine.getIdentityService()));
        new SharedFilters(engine).create();
    }
}
