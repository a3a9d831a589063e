package io.issueloop.appraisal.people;

/** What people are asked about a colleague, 1–5 stars each; names are stored. */
public enum PeerQuestion {
    COOPERATION("协作", "一起做事顺不顺，说到做到"),
    COMMUNICATION("沟通", "说得清楚，回应及时"),
    SUPPORT("支持", "别人需要时肯帮忙");

    private final String label;
    private final String hint;

    PeerQuestion(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }
}
