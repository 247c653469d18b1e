package ai.hexabase.console.uikit;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times, durations, sizes and numbers as a reader of the locale expects them; 24-hour clock, British date order. */
public final class Formats {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Formats() {}

    /** "2 s ago" below a day, then the date. */
    public static String when(Instant instant, Instant now, ZoneId zone) {
        var age = Duration.between(instant, now);
        if (age.abs().compareTo(Duration.ofDays(1)) >= 0) {
            return date(
                    instant,
                    zone,
                    instant.atZone(zone).getYear() != now.atZone(zone).getYear());
        }
        return age.isNegative()
                ? Texts.get("uikit.time.in", age(age.negated()))
                : Texts.get("uikit.time.ago", age(age));
    }

    /** One unit, as in "2 s", "29 min", "19 d"; two for hours. */
    public static String age(Duration age) {
        var seconds = Math.max(0, age.toSeconds());
        if (seconds < MINUTE) {
            return Texts.get("uikit.time.s", seconds);
        }
        if (seconds < HOUR) {
            return Texts.get("uikit.time.min", seconds / MINUTE);
        }
        if (seconds < DAY) {
            var minutes = seconds % HOUR / MINUTE;
            return minutes == 0
                    ? Texts.get("uikit.time.h", seconds / HOUR)
                    : Texts.get("uikit.time.hMin", seconds / HOUR, minutes);
        }
        return Texts.get("uikit.time.d", seconds / DAY);
    }

    /** How long something took: "0.4 s", "1 min 48 s", "2 h 44 min"; less than nothing, by a clock set back, is nothing. */
    public static String took(Duration measured) {
        var duration = measured.isNegative() ? Duration.ZERO : measured;
        var seconds = duration.toSeconds();
        if (seconds < 10) {
            var tenths = NumberFormat.getNumberInstance(Texts.locale());
            tenths.setMinimumFractionDigits(1);
            tenths.setMaximumFractionDigits(1);
            return Texts.get("uikit.time.s", tenths.format(duration.toMillis() / 1000.0));
        }
        if (seconds < MINUTE) {
            return Texts.get("uikit.time.s", seconds);
        }
        return seconds < HOUR ? Texts.get("uikit.time.minS", seconds / MINUTE, seconds % MINUTE) : age(duration);
    }

    /** "14:02" today, "24 Nov 14:02" on another day. */
    public static String clock(Instant instant, Instant now, ZoneId zone) {
        var sameDay = instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        var time = pattern("HH:mm").format(instant.atZone(zone));
        return sameDay ? time : date(instant, zone, false) + " " + time;
    }

    /** "14:31:08". */
    public static String seconds(Instant instant, ZoneId zone) {
        return pattern("HH:mm:ss").format(instant.atZone(zone));
    }

    /** "24 Nov 2026". */
    public static String date(Instant instant, ZoneId zone) {
        return date(instant, zone, true);
    }

    /** The exact time with its zone, for a tooltip. */
    public static String exact(Instant instant, ZoneId zone) {
        var at = instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
        return date(instant, zone, true) + " " + pattern("HH:mm:ss").format(at) + " "
                + pattern("xxx").format(at);
    }

    /** A number with the locale's grouping and at most {@code digits} decimals. */
    public static String number(double value, int digits) {
        var format = NumberFormat.getNumberInstance(Texts.locale());
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /** Bytes as "63.2 GiB"; binary units, one decimal below a hundred. */
    public static String bytes(double bytes) {
        var units = new String[] {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        var unit = 0;
        var value = bytes;
        while (Math.abs(value) >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return number(value, Math.abs(value) < 100 && unit > 0 ? 1 : 0) + " " + units[unit];
    }

    /** CPU cores: "27.1". */
    public static String cores(double cores) {
        return number(cores, 1);
    }

    private static String date(Instant instant, ZoneId zone, boolean year) {
        return pattern(Texts.get(year ? "uikit.time.datePattern" : "uikit.time.dayPattern"))
                .format(instant.atZone(zone));
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Texts.locale() == Locale.ENGLISH ? Locale.UK : Texts.locale());
    }
}
