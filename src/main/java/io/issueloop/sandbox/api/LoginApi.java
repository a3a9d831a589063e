package io.issueloop.sandbox.api;

/** Who logged in (page 91023) and the JS-SDK's tickets. */
final class LoginApi implements Endpoints.Area {

    private final Codes codes;
    private final Tickets tickets;

    LoginApi(Codes codes, Tickets tickets) {
        this.codes = codes;
        this.tickets = tickets;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .get("auth/getuserinfo", this::userInfo)
                .get("get_jsapi_ticket", call -> tickets.current(Tickets.CORP))
                .get("ticket/get", this::appTicket);
    }

    private Reply userInfo(Call call) {
        return Reply.ok().with("userid", codes.redeem(call.query("code", 41008)));
    }

    private Reply appTicket(Call call) {
        if (!call.query("type", 40058).equals("agent_config")) {
            throw ApiError.invalid("unknown type");
        }
        return tickets.current(Tickets.AGENT);
    }
}
