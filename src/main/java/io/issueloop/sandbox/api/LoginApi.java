package io.issueloop.sandbox.api;

/** Who logged in (page 91023) and the JS-SDK's tickets. */
final class LoginApi implements Endpoints.Area {

    private final Codes codes;
    private final Tickets tickets;
    private final MemberTickets details;

    LoginApi(Codes codes, Tickets tickets, MemberTickets details) {
        this.codes = codes;
        this.tickets = tickets;
        this.details = details;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .get("auth/getuserinfo", this::userInfo)
                .post("auth/getuserdetail", call -> details.redeem(call.body()))
                .get("get_jsapi_ticket", call -> tickets.current(Tickets.CORP))
                .get("ticket/get", this::appTicket);
    }

    private Reply userInfo(Call call) {
        var consent = codes.redeem(call.query("code", 41008));
        var reply = Reply.ok().with("userid", consent.path("userid"));
        return consent.path("detailed").asBoolean()
                ? reply.with("user_ticket", details.issue(consent.path("userid").asText()))
                : reply;
    }

    private Reply appTicket(Call call) {
        if (!call.query("type", 40058).equals("agent_config")) {
            throw ApiError.invalid("unknown type");
        }
        return tickets.current(Tickets.AGENT);
    }
}
