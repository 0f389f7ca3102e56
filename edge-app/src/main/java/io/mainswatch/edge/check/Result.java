package io.mainswatch.edge.check;

import io.mainswatch.edge.check.Finding.Failed;
import io.mainswatch.edge.check.Finding.Ok;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A step and what it found. */
public record Result(String name, Finding finding) {

    public boolean isFailed() {
        return finding instanceof Failed;
    }

    boolean isOk() {
        return finding instanceof Ok;
    }

    private String word() {
        return isOk() ? "ok" : isFailed() ? "FAIL" : "skip";
    }

    private String remedy() {
        return finding instanceof Failed failed ? failed.remedy() : "";
    }

    /** For a terminal. */
    public String line() {
        return String.format("%-5s %-12s %s", word(), name, finding.what())
                + (remedy().isEmpty() ? "" : " -> " + remedy());
    }

    /** For a program: {@code step}, {@code result} (ok, fail or skip), {@code what}, {@code remedy}. */
    public Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("step", name);
        members.put("result", word().toLowerCase(Locale.ROOT));
        members.put("what", finding.what());
        if (!remedy().isEmpty()) {
            members.put("remedy", remedy());
        }
        return members;
    }
}
