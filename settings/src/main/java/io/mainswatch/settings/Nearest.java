package io.mainswatch.settings;

import java.util.Comparator;
import java.util.Optional;

/** Finds the declared key that a mistyped one most likely meant. */
final class Nearest {

    private Nearest() {}

    static Optional<String> to(String key, SettingsDeclaration declaration) {
        int limit = Math.max(2, key.length() / 5);
        return declaration.settings().stream()
                .map(Setting::key)
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .filter(candidate -> distance(key, candidate) <= limit);
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
