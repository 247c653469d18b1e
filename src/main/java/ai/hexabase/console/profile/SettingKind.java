package ai.hexabase.console.profile;

import java.util.List;

/** What a setting's text must be. */
public sealed interface SettingKind {
    /** A Kubernetes quantity of CPU, between the two in thousandths of a core. */
    record Cpu(long leastMillis, long mostMillis) implements SettingKind {}

    /** A Kubernetes quantity of memory or storage, between the two in bytes. */
    record Bytes(long least, long most) implements SettingKind {}

    /** A whole number between the two, written in decimal digits. */
    record Count(int least, int most) implements SettingKind {}

    /** A DNS subdomain (RFC 1123), as Kubernetes wants for names of objects. */
    record ObjectName(boolean optional) implements SettingKind {}

    /** A host name or an IP address; empty is told by the rule that needs it. */
    record Host() implements SettingKind {}

    /** A PostgreSQL identifier for a database or user; empty is told by the rule that needs it. */
    record DatabaseName() implements SettingKind {}

    /** Zone names separated by commas, each a label value; empty means no particular zones. */
    record Zones() implements SettingKind {}

    /** An image with tag or digest, never {@code latest}. */
    record Image(boolean optional) implements SettingKind {}

    /** A registry's host with an optional port, or empty. */
    record Registry() implements SettingKind {}

    /** Path components of an image's name, or empty. */
    record ImagePath() implements SettingKind {}

    /** The SHA-256 digest of an image's manifest, or empty. */
    record Digest() implements SettingKind {}

    /** The name of an account, as HTTP's basic authentication takes it, or empty. */
    record AccountName() implements SettingKind {}

    /** A quantity of memory or storage between the two in bytes, or empty. */
    record OptionalBytes(long least, long most) implements SettingKind {}

    /** A port that nodes open, from 30000 to 32767, or empty for one that the cluster chooses. */
    record NodePort() implements SettingKind {}

    /** Lines of {@code key=value} by the grammar of Kubernetes' labels, or empty. */
    record Labels() implements SettingKind {}

    /** Lines of {@code key=value} by the grammar of Kubernetes' annotations, or empty. */
    record Annotations() implements SettingKind {}

    /** Networks such as {@code 10.0.0.0/8}, separated by commas, or empty. */
    record Ranges() implements SettingKind {}

    /** Host names and addresses, separated by commas, or empty. */
    record Hosts() implements SettingKind {}

    /** Six fields with seconds first, as CloudNativePG reads them. */
    record Cron() implements SettingKind {}

    /** An absolute path of a URL. */
    record UrlPath() implements SettingKind {}

    /** A bucket address such as {@code s3://bucket/path}, or empty. */
    record Bucket() implements SettingKind {}

    /** The address of an S3-compatible store, http or https without path, or empty for the provider's own. */
    record Endpoint() implements SettingKind {}

    /** One of these words. */
    record Choice(List<String> words) implements SettingKind {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** A secret text; the setting holds only the number of the sealed one, never the text. */
    record Password() implements SettingKind {}

    /** A certificate with its key; the setting holds only the number under which it is kept. */
    record Certificate() implements SettingKind {}
}
