package io.ticketpulse.invitation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.ticketpulse.platform.Texts;

/** Makes drivers of settings, and refuses settings that can't be meant. */
final class DriverSettings {

    /** More would be no chips to pick from at a glance, but a questionnaire. */
    private static final int MOST = 12;
    /** Twelve of these fit into their column. */
    private static final int LONGEST_NAME = 40;
    /** What fits on a chip on a phone. */
    private static final int LONGEST_WORDS = 60;

    private DriverSettings() {
    }

    /**
     * @param path  of the survey's settings
     * @param names as in the setting
     * @param words the operator's, by name
     * @throws IllegalStateException naming the setting to change
     */
    static Drivers drivers(String path, List<String> names, Map<String, String> words, Texts texts) {
        List<String> drivers = names.stream().map(String::strip).toList();
        if (drivers.size() > MOST || Set.copyOf(drivers).size() < drivers.size()) {
            throw new IllegalStateException(path + ".drivers names " + drivers.size() + " drivers; it may name " + MOST
                    + ", none of them twice");
        }
        drivers.forEach(name -> {
            if (!SurveyPolicies.NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
                throw new IllegalStateException(path + ".drivers names " + name + "; a driver's name is lower-case"
                        + " letters, digits and hyphens, at most " + LONGEST_NAME);
            }
            requireWords(path, name, words, texts);
        });
        words.forEach((name, text) -> {
            if (!drivers.contains(name)) {
                throw new IllegalStateException(path + ".driver-texts." + name + " is for a driver that " + path
                        + ".drivers does not name");
            }
            if (text.isBlank() || text.length() > LONGEST_WORDS) {
                throw new IllegalStateException(path + ".driver-texts." + name + " must have 1 to " + LONGEST_WORDS
                        + " characters");
            }
        });
        return new Drivers(drivers, words);
    }

    private static void requireWords(String path, String name, Map<String, String> words, Texts texts) {
        Set<String> missing = texts.languagesWithout(Drivers.TEXTS + name);
        if (!words.containsKey(name) && !missing.isEmpty()) {
            throw new IllegalStateException(path + ".drivers names " + name + ", for which there are no words in "
                    + String.join(", ", missing) + "; set " + path + ".driver-texts." + name + ", or " + Drivers.TEXTS
                    + name + " in files of ticketpulse.texts.overrides");
        }
    }

    /** @throws IllegalStateException if there are texts for drivers that nobody offers */
    static void requireUse(Collection<Survey> surveys, Texts texts) {
        Set<String> unused = new TreeSet<>(texts.keysBeginningWith(Drivers.TEXTS));
        List<String> used = new ArrayList<>(Drivers.RATER.names());
        surveys.forEach(survey -> used.addAll(survey.drivers().names()));
        used.forEach(name -> unused.remove(Drivers.TEXTS + name));
        if (!unused.isEmpty()) {
            throw new IllegalStateException("In files of ticketpulse.texts.overrides there is "
                    + String.join(", ", unused) + ", for a driver that no survey has");
        }
    }
}
