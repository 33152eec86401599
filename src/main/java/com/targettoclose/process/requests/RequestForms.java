package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.process.conversations.TaskForms;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.startforms.StartForm;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Service;

/** The forms in which a request is answered, and in which its answer is told. */
@Service
public class RequestForms {

    private final Requests requests;

    RequestForms(Requests requests) {
        this.requests = requests;
    }

    /** The form that answers a request of this kind. */
    public TaskForms answer(String kind) {
        return new Form(requests.kind(kind)) {
            @Override
            void take(TaskEntity task, VariableMap values) {
                refuseUndeclared(values, kind.asks());
                StartForm.refuse(kind.answer(place(task), values, actor(task), task.getId()));
            }
        };
    }

    /** The form that tells the answer to a request of this kind; it is only ticked off. */
    public TaskForms note(String kind) {
        return new Form(requests.kind(kind)) {
            @Override
            void take(TaskEntity task, VariableMap values) {
                refuseUndeclared(values, Set.of());
                actor(task);
            }
        };
    }

    private static void refuseUndeclared(VariableMap values, Set<String> declared) {
        StartForm.refuseUndeclared(values.keySet().stream()
                .filter(name -> !declared.contains(name))
                .toList());
    }

    private abstract static class Form implements TaskForms {

        final Request kind;

        Form(Request kind) {
            this.kind = kind;
        }

        abstract void take(TaskEntity task, VariableMap values);

        @Override
        public Map<String, TypedValue> plan(TaskEntity task) {
            return kind.shown(place(task));
        }

        @Override
        public void submit(TaskEntity task, VariableMap values) {
            take(task, values);
        }

        RequestPlace place(TaskEntity task) {
            return RequestPlace.of(task.getExecution().getProcessBusinessKey(), task);
        }

        /** Whoever submits, if the task is theirs. */
        Actor actor(TaskEntity task) {
            var actor = Actor.signedIn();
            if (!actor.userId().equals(task.getAssignee())) {
                throw new Refused(Refusal.forbidden(
                        task.getAssignee() == null
                                ? "Claim this task first, so that others see who answers it."
                                : "This task belongs to " + task.getAssignee() + ". Only they can complete it."));
            }
            return actor;
        }
    }
}
