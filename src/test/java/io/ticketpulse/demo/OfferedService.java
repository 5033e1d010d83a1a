package io.ticketpulse.demo;

import java.util.List;

/**
 * A service the invented company gives to its customers.
 *
 * @param name what customers call it
 * @param desk the service desk that takes its tickets
 * @param team who works on them
 * @param slaMetShare how often its tickets are done in time, 0..1
 * @param helpedShare how often customers feel helped when it was in time, 0..1
 * @param complaints what its tickets are about
 */
record OfferedService(String name, String desk, String team, double slaMetShare, double helpedShare,
        List<String> complaints) {

    /**
     * Remote access is the watermelon: green outside, red inside. Its tickets are closed in time and its customers are not
     * helped.
     */
    static final List<OfferedService> ALL = List.of(
            new OfferedService("E-mail and calendar", "acme-jira", "Workplace", 0.93, 0.91,
                    List.of("Mailbox is full", "Shared calendar not visible", "Cannot send attachments")),
            new OfferedService("Laptops and phones", "acme-jira", "Workplace", 0.88, 0.84,
                    List.of("Laptop does not start", "Battery drains within an hour", "Phone screen is broken")),
            new OfferedService("Printing", "acme-jira", "Field services", 0.78, 0.84,
                    List.of("Printer jams on every second page", "Badge does not release print jobs")),
            new OfferedService("Remote access", "globex-zammad", "Infrastructure", 0.97, 0.33,
                    List.of("VPN drops every few minutes", "Cannot log in from home", "Remote desktop is very slow")),
            new OfferedService("Network and Wi-Fi", "globex-zammad", "Infrastructure", 0.86, 0.85,
                    List.of("No Wi-Fi in the meeting room", "Network share is not reachable")),
            new OfferedService("Access and accounts", "globex-zammad", "Identity", 0.95, 0.93,
                    List.of("Password expired", "Role missing after a transfer", "New colleague needs an account")),
            new OfferedService("Order management", "initech-itop", "Business applications", 0.82, 0.82,
                    List.of("Order cannot be released", "Price list is outdated", "Report ends with an error")),
            new OfferedService("Payroll portal", "initech-itop", "Business applications", 0.90, 0.83,
                    List.of("Payslip is missing", "Leave balance is wrong")));
}
