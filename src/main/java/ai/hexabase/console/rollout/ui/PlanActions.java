package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.installation.AdviceKind;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.rollout.Adoption;
import ai.hexabase.console.rollout.PlanEntry;

/** What the parts of the review ask their screen to do. */
interface PlanActions {
    void decide(PlanEntry entry, FieldClaim claim, Decision decision);

    /** Agrees, or no longer agrees, that this object is deleted and made anew. */
    void agree(PlanEntry entry, boolean agreed);

    /** Answers whether an object of somebody else is taken over. */
    void adopt(PlanEntry entry, Adoption.Answer answer);

    /** Shows this object. */
    void show(PlanEntry entry);

    /** Shows the object after the one being read. */
    void next();

    void planAgain();

    /** Revises the settings as the advice says, and plans that; or opens them where a person must say how. */
    void takeAdvice(AdviceKind kind);

    void start();

    /** Shows what going back to the revision before would give. */
    void showWayBack(int revision);
}
