package io.issueloop.wecom;

import feign.RequestLine;

/** What pages sign their use of the JS-SDK with. WeCom page 90506. */
interface TicketApi {

    /** The corp's, for {@code config}; 400 an hour and corp, 100 an hour and application. */
    @RequestLine("GET /cgi-bin/get_jsapi_ticket")
    Ticket jsapi();

    /** The application's, for {@code agentConfig}. */
    @RequestLine("GET /cgi-bin/ticket/get?type=agent_config")
    Ticket agentConfig();

    /**
     * @param expires_in seconds
     */
    record Ticket(String ticket, int expires_in) {
        @Override
        public String toString() {
            return "Ticket[expires_in=%d]".formatted(expires_in);
        }
    }
}
