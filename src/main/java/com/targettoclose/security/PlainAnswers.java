package com.targettoclose.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the engine's own interface refuse in words that a person can read, behind both of its doors: no code of the engine,
 * no name of a class, never nothing at all. What it calls a failure of its own and is the sender's mistake is answered as
 * one; what truly failed says no more than that.
 *
 * <p>One code stays: the Modeler shows where a diagram is faulty only if the answer begins with it.
 */
final class PlainAnswers extends OncePerRequestFilter {

    private static final String FAULTY_DIAGRAM = "ENGINE-09005";
    private static final Pattern NO_RIGHT = Pattern.compile("does not have .* permission");
    private static final Pattern CODE = Pattern.compile("ENGINE-\\d+ ");
    private static final Pattern INSIDES =
            Pattern.compile("ENGINE-\\d|\\b[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]\\w*|\\b[A-Z]\\w*(Exception|Error)\\b");

    /** What the engine's interface answers a sender's mistake with, as if it were its own: its type, and what it is. */
    private static final Map<String, HttpStatus> MISTAKES = Map.of(
            "IllegalArgumentException", HttpStatus.BAD_REQUEST,
            "InvalidRequestException", HttpStatus.BAD_REQUEST,
            "NullValueException", HttpStatus.BAD_REQUEST,
            "ProcessEngineException", HttpStatus.BAD_REQUEST,
            "RestException", HttpStatus.BAD_REQUEST,
            "StreamConstraintsException", HttpStatus.BAD_REQUEST,
            "OptimisticLockingException", HttpStatus.CONFLICT);

    /** Those of them that a failure of the engine's own has too; it shows its insides then. */
    private static final Set<String> UNCLEAR = Set.of("ProcessEngineException", "RestException");

    private static final Map<HttpStatus, String> SENTENCES = Map.of(
            HttpStatus.BAD_REQUEST, "The request cannot be read: a value is not of the kind that belongs there.",
            HttpStatus.FORBIDDEN,
                    "This may not be asked. Use plain values; in a filter, currentUser(), currentUserGroups() or now().",
            HttpStatus.NOT_FOUND, "There is no such thing here.",
            HttpStatus.METHOD_NOT_ALLOWED, "This cannot be done here.",
            HttpStatus.CONFLICT, "Somebody else changed this at the same moment. Look at it again, and try once more.",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON, and say so in the header Content-Type.");
    private static final String NOTHING_SENT = "Nothing was sent. Send a JSON object.";
    private static final String REFUSED = "This is not possible.";
    private static final String FAILED =
            "Something went wrong here. Look whether it was done before you try again. If it"
                    + " happens again, tell your operations people the time.";

    private final ObjectMapper json;

    PlainAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new HeldRefusal(response);
        chain.doFilter(request, held);
        if (held.isHeld()) {
            answer(held, isEmpty(request), response);
        }
    }

    private static boolean isEmpty(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private void answer(HeldRefusal held, boolean nothingSent, HttpServletResponse response) throws IOException {
        var said = said(held.bytes());
        // what the engine's interface does where it is sent nothing and wants something
        boolean fellOverNothing = nothingSent && said.path("type").asText().equals("NullPointerException");
        var status = fellOverNothing ? HttpStatus.BAD_REQUEST : status(response.getStatus(), said);
        said.put(
                "message",
                fellOverNothing
                        ? NOTHING_SENT
                        : sentence(status, said.path("message").asText()));
        var bytes = json.writeValueAsBytes(said);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private ObjectNode said(byte[] body) {
        try {
            if (json.readTree(new String(body, StandardCharsets.UTF_8)) instanceof ObjectNode said) {
                return said;
            }
        } catch (JsonProcessingException e) {
            // a page of the server's
        }
        return json.createObjectNode().put("type", "Refused");
    }

    /** A mistake that the engine can put in words is the sender's; one that shows its insides may be anybody's. */
    private static HttpStatus status(int sent, ObjectNode said) {
        var type = said.path("type").asText();
        boolean unclear = UNCLEAR.contains(type)
                && INSIDES.matcher(withoutCode(said.path("message").asText())).find();
        return sent < HttpStatus.INTERNAL_SERVER_ERROR.value() || unclear
                ? HttpStatus.valueOf(sent)
                : MISTAKES.getOrDefault(type, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static String sentence(HttpStatus status, String message) {
        if (status.is5xxServerError()) {
            return FAILED;
        }
        if (message.startsWith(FAULTY_DIAGRAM)) {
            return message;
        }
        if (NO_RIGHT.matcher(message).find()) {
            return "You have no right to this. An administrator can give it to you.";
        }
        var plain = withoutCode(message);
        return plain.isEmpty() || INSIDES.matcher(plain).find() ? SENTENCES.getOrDefault(status, REFUSED) : plain;
    }

    private static String withoutCode(String message) {
        return CODE.matcher(message).replaceAll("").strip();
    }
}
