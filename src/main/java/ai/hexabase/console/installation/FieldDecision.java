package ai.hexabase.console.installation;

/** Who shall own a field from now on. */
public record FieldDecision(FieldClaim claim, Decision decision) {}
