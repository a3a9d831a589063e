package io.issueloop.wecom;

import java.nio.charset.StandardCharsets;

/** The two worked examples of WeCom's page 90968 and its sample library, public for ten years. */
enum OfficialVector {
    GET(
            "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
            "1409659589",
            "263014780",
            "c41b64491c2468d0",
            "1616140317555161061",
            "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZ"
                    + "XvnaqQ=="),
    POST(
            "477715d11cdb4164915debcba66cb864d751f3e6",
            "1409659813",
            "1372623149",
            "0960688932c47ef1",
            "<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>\n"
                    + "<FromUserName><![CDATA[mycreate]]></FromUserName>\n"
                    + "<CreateTime>1409659813</CreateTime>\n"
                    + "<MsgType><![CDATA[text]]></MsgType>\n"
                    + "<Content><![CDATA[hello]]></Content>\n"
                    + "<MsgId>4561255354251345929</MsgId>\n"
                    + "<AgentID>218</AgentID>\n"
                    + "</xml>",
            "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHH"
                    + "hGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4a"
                    + "SknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP"
                    + "7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8"
                    + "V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p"
                    + "8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==");

    static final String TOKEN = "QDG6eK";
    static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    static final String CORP_ID = "wx5823bf96d3bd56c7";

    final String signature;
    final String timestamp;
    final String nonce;
    final String random;
    final String message;
    final String encrypted;

    OfficialVector(
            String signature,
            String timestamp,
            String nonce,
            String random,
            String message,
            String encrypted) {
        this.signature = signature;
        this.timestamp = timestamp;
        this.nonce = nonce;
        this.random = random;
        this.message = message;
        this.encrypted = encrypted;
    }

    CallbackCrypto crypto() {
        return new CallbackCrypto(TOKEN, AES_KEY, CORP_ID);
    }

    byte[] random() {
        return random.getBytes(StandardCharsets.US_ASCII);
    }
}
