package io.issueloop.sandbox;

/** The fixed, documented values the sandbox and the application agree on when nothing is set. */
public final class SandboxDefaults {

    public static final int PORT = 8090;
    public static final String CORP_ID = "wwsandbox00000001";
    public static final String SECRET = "issueloop-sandbox-secret-not-for-production";
    public static final String CONTACTS_SECRET = "contacts-sync-secret-not-for-production";
    public static final int AGENT_ID = 1000002;
    public static final String TOKEN = "IssueLoopSandboxToken";

    /** 43 characters, as WeCom's EncodingAESKey (page 90968). Public on purpose: loopback only. */
    public static final String AES_KEY = "IssueLoopSandboxEncodingAesKeyForLaptops01k";

    /** Key of the robot in the sample group 研发协作群: {@code webhook/send?key=…}. */
    public static final String ROBOT_KEY = "0b5c1e5a-7d52-4c0e-9a51-1550e1009a5b";

    public static final String CALLBACK_URL = "http://127.0.0.1:8080/wecom/callback";

    private SandboxDefaults() {}
}
