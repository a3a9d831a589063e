package io.issueloop.wecom;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts inside the application's visible range; a self-built application only reads them. */
interface ContactsApi {

    /** WeCom page 90208. */
    @RequestLine("GET /cgi-bin/department/list")
    Departments departments();

    /** Members of this department itself: there is no recursion. WeCom page 90201. */
    @RequestLine("GET /cgi-bin/user/list?department_id={department}")
    Users users(@Param("department") long department);

    /** WeCom page 90196. */
    @RequestLine("GET /cgi-bin/user/get?userid={userid}")
    User user(@Param("userid") String userid);

    /** Ids and names alone. WeCom page 90200. */
    @RequestLine("GET /cgi-bin/user/simplelist?department_id={department}")
    Users names(@Param("department") long department);

    /** With the secret of the contact synchronisation only. WeCom page 96067. */
    @RequestLine("POST /cgi-bin/user/list_id")
    @Headers("Content-Type: application/json")
    Ids ids(Page page);

    /** Ids alone. WeCom page 95406. */
    @RequestLine("GET /cgi-bin/department/simplelist")
    DepartmentIds departmentIds();

    /** WeCom page 90216. */
    @RequestLine("GET /cgi-bin/tag/list")
    Tags tags();

    /** WeCom page 90213. */
    @RequestLine("GET /cgi-bin/tag/get?tagid={tagid}")
    Tagged tagged(@Param("tagid") long tagid);

    record Departments(List<Department> department) {}

    record Department(long id, String name, List<String> department_leader, long parentid) {}

    record DepartmentIds(List<Department> department_id) {}

    /**
     * @param limit at most 10,000
     */
    record Page(@Nullable String cursor, int limit) {}

    record Ids(List<InDepartment> dept_user, String next_cursor) {}

    record InDepartment(String userid, long department) {}

    record Users(List<User> userlist) {}

    record User(
            String userid,
            String name,
            List<Long> department,
            List<Integer> is_leader_in_dept,
            long main_department,
            int status) {}

    record Tags(List<Tag> taglist) {}

    record Tag(long tagid, String tagname) {}

    record Tagged(List<User> userlist, List<Long> partylist) {}
}
