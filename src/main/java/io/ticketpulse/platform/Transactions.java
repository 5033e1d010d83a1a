package io.ticketpulse.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;

/** Units of work in plain JDBC. */
@Singleton
public class Transactions {

    private static final int ATTEMPTS = 10;

    /** ER_LOCK_DEADLOCK and ER_LOCK_WAIT_TIMEOUT: MySQL chose this transaction to give way; again is the remedy. */
    private static final Set<Integer> GIVE_WAY = Set.of(1213, 1205);

    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does the work in a new transaction, and again from the start if the database made it give way to another.
     *
     * @throws DatabaseException if the database refuses or cannot be reached
     */
    public <T> T inNew(Work<T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> here(work));
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !gaveWay(failure)) {
                    throw failure instanceof QuarkusTransactionException uncommitted
                            ? new DatabaseException(uncommitted)
                            : failure;
                }
            }
        }
    }

    /**
     * Does the work in the transaction that is already running.
     *
     * @throws DatabaseException if the database refuses or cannot be reached
     */
    public <T> T here(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    private static boolean gaveWay(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && GIVE_WAY.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** The database refused or could not be reached. */
    public static final class DatabaseException extends RuntimeException {

        private static final long serialVersionUID = 1;

        DatabaseException(SQLException cause) {
            // The driver's message may quote values of the row, which are never logged.
            super("The database refused or could not be reached: SQL state " + cause.getSQLState() + ", error "
                    + cause.getErrorCode(), cause);
        }

        DatabaseException(QuarkusTransactionException cause) {
            super("The database did not commit, or took too long", cause);
        }
    }
}
