package io.ticketpulse.servers;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The REST APIs of desks that can be asked about people. Each desk is a folder of one web server; what is in it is for
 * tests to say.
 */
public final class StandInDesks implements QuarkusTestResourceLifecycleManager {

    /** Has been asked by nobody else. */
    public static final String ZENDESK = "asked-zendesk";
    /** Fails in one test or another. */
    public static final String FLAKY = "flaky-zendesk";
    /** Fails until it is left alone. */
    public static final String BROKEN = "broken-zendesk";
    /** Does not answer in time. */
    public static final String SLOW = "slow-zendesk";
    /** Wants to be left alone in one test or another. */
    public static final String BUSY = "busy-zendesk";
    /** The token of all of them. */
    public static final String TOKEN = "token-of-tests";
    /** The user of all of them. */
    public static final String USER = "desk@example.org";

    private static volatile WireMockServer server;

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        Map<String, String> settings = new TreeMap<>();
        for (String desk : new String[]{ZENDESK, FLAKY, BROKEN, SLOW, BUSY}) {
            settings.put("ticketpulse.desks." + desk + ".kind", "zendesk");
            settings.put("ticketpulse.desks." + desk + ".look-up.url", url(desk));
            settings.put("ticketpulse.desks." + desk + ".look-up.user", USER);
            settings.put("ticketpulse.desks." + desk + ".look-up.token", TOKEN);
        }
        return settings;
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** {@return what is asked, to be told what to answer} */
    public static WireMockServer server() {
        return server;
    }

    /** {@return where a desk is} */
    public static String url(String desk) {
        return server.baseUrl() + "/" + desk;
    }

    /** {@return what the documentation of a kind says that a person looks like, with this address} */
    public static String person(String file, String address) {
        try (InputStream json = StandInDesks.class.getResourceAsStream("/people/" + file + ".json")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8).replace("ADDRESS", address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
