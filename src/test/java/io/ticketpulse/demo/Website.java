package io.ticketpulse.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The page of the demo: the mails, and the monthly figures as they come. */
final class Website implements AutoCloseable {

    private static final int MAILS_SHOWN = 100;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Pages pages = new Pages();
    private final DemoSettings settings;
    private final MailStore mails;
    private final YourMails yours;
    private final MonthlyFigures figures;
    private final Customers customers;

    Website(DemoSettings settings, MailStore mails, YourMails yours, MonthlyFigures figures, Customers customers)
            throws IOException {
        this.yours = yours;
        this.settings = settings;
        this.mails = mails;
        this.figures = figures;
        this.customers = customers;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.pagePort()),
                0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> html(exchange, this::mailList));
        server.createContext("/mail/", exchange -> html(exchange, this::mail));
        server.createContext("/figures", exchange -> html(exchange, this::figures));
        server.createContext("/style.css", exchange -> send(exchange, 200, "text/css", Pages.resource("style.css")));
        server.createContext("/live.js",
                exchange -> send(exchange, 200, "text/javascript", Pages.resource("live.js")));
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Optional<String> mailList(URI address) {
        String wanted = parameter(address, "q").toLowerCase();
        if (!address.getPath().equals("/")) {
            return Optional.empty();
        }
        Map<String, Object> data = common("mails");
        data.put("q", parameter(address, "q"));
        data.put("yours", yours.waiting());
        data.put("yoursAnswered", yours.answered());
        data.put("mails", mails.newestFirst()
                .filter(mail -> (mail.to() + " " + mail.subject() + " " + mail.text()).toLowerCase().contains(wanted))
                .limit(MAILS_SHOWN).toList());
        data.put("shown", MAILS_SHOWN);
        return Optional.of(pages.render("mails", data));
    }

    private Optional<String> mail(URI address) {
        String[] path = address.getPath().split("/");
        Optional<ReceivedMail> mail = path.length > 2 ? mails.find(path[2]) : Optional.empty();
        if (mail.isEmpty() || mail.get().html().isEmpty() && path.length > 3) {
            return Optional.empty();
        }
        if (path.length > 3) {
            return mail.map(found -> "<base target=\"_blank\">" + found.html());
        }
        Map<String, Object> data = common("mails");
        data.put("mail", mail.get());
        data.put("asText", address.getQuery() != null && address.getQuery().equals("text"));
        return Optional.of(pages.render("mail", data));
    }

    private Optional<String> figures(URI address) {
        List<String> months = figures.months();
        String asked = parameter(address, "month");
        String month = months.contains(asked) ? asked : months.stream().findFirst().orElse("");
        Map<String, Object> data = common("figures");
        data.put("months", months);
        data.put("month", month);
        data.put("overall", figures.overall(month).orElse(null));
        data.put("groups", FigureGroup.of(figures.of(month)));
        return Optional.of(pages.render("figures", data));
    }

    private Map<String, Object> common(String section) {
        Map<String, Object> data = new HashMap<>();
        data.put("section", section);
        data.put("service", settings.serviceUrl());
        data.put("received", mails.size());
        data.put("answered", customers.answered());
        data.put("you", Requester.YOU.email());
        return data;
    }

    /** Makes a page for an address; nothing when there is none. */
    private interface PageMaker {
        Optional<String> make(URI address);
    }

    private static void html(HttpExchange exchange, PageMaker maker) throws IOException {
        Optional<String> page;
        try {
            page = maker.make(exchange.getRequestURI());
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
            send(exchange, 500, "text/plain", e.toString().getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] bytes = page.orElse("There is no such page.").getBytes(StandardCharsets.UTF_8);
        send(exchange, page.isPresent() ? 200 : 404, page.isPresent() ? "text/html" : "text/plain", bytes);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String parameter(URI address, String name) {
        String query = address.getQuery() == null ? "" : address.getQuery();
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1).replace('+', ' ');
            }
        }
        return "";
    }
}
