package ai.hexabase.console.uikit;

/**
 * A step of a wizard as its list shows it.
 *
 * @param chosen what was chosen there or what is left to do, empty when nothing yet
 * @param path where the step is opened again, empty while it cannot be
 */
public record WizardStep(String name, String chosen, boolean done, boolean current, String path) {}
