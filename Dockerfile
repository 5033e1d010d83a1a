# Holds exactly what the tests ran against, so build that first:
#   ./mvnw package
#   docker build -t registry.example.com/ticketpulse:0.1.0 --build-arg VERSION=0.1.0 .
# Only target/quarkus-app gets in: TicketPulse and its libraries. The MySQL, Kafka and SMTP servers of the demo and the
# tests are no part of it; the image talks to the servers named in its settings.
FROM eclipse-temurin:25-jre-noble

ARG VERSION
ARG REVISION
LABEL org.opencontainers.image.title="TicketPulse" \
      org.opencontainers.image.description="Finds out whether the customers behind closed tickets were helped, and says so on a Kafka topic every month." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="docker.io/library/eclipse-temurin:25-jre-noble"

# Half of the container's memory for the heap leaves the other half of 512 MiB for classes, code, threads and buffers.
# Netty still uses sun.misc.Unsafe; Java 25 would warn about it at every start. An environment variable, so that an
# operator can replace it.
ENV LANG=C.UTF-8 \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError --sun-misc-unsafe-memory-access=allow"

# Read from here: config/application.properties, where one is mounted. Written to: /tmp alone.
WORKDIR /deployments

# What changes least comes first. All of it belongs to root; the service can read it, whatever the umask of the build, and
# not write it.
COPY --chmod=755 target/quarkus-app/lib/ lib/
COPY --chmod=755 target/quarkus-app/*.jar ./
COPY --chmod=755 target/quarkus-app/app/ app/
COPY --chmod=755 target/quarkus-app/quarkus/ quarkus/

# By number, so that Kubernetes can see that it is not root.
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
