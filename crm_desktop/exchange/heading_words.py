"""Words that head the columns of customer files, in both languages, and the place each means.

Written as people and programs write them; `headings.normalise` folds case, blanks and punctuation, drops numbers and
takes off words such as 会员 or "customer" in front, so each is listed once in its plain form.
"""

from __future__ import annotations

from crm_desktop.exchange.plan import Target

WORDS: dict[Target, tuple[str, ...]] = {
    Target.NAME: (
        "姓名", "名字", "真实姓名", "客户姓名", "会员姓名", "顾客姓名", "会员名", "会员名称", "客户名", "客户名称",
        "顾客名称", "联系人", "联系人姓名", "收货人", "收件人", "收货人姓名", "买家姓名", "学员姓名", "宝宝姓名",
        "中文名", "名称", "称呼", "全名", "name", "full name", "fullname", "customer name", "contact name",
        "display name", "client", "client name", "member name", "guest name", "file as", "对方姓名", "客人姓名",
        "客人", "客户", "顾客", "会员", "学员", "customer", "buyer name", "ship to name",
    ),
    Target.FAMILY_NAME: (
        "姓", "姓氏", "last name", "lastname", "lname", "last", "surname", "family name", "familyname",
    ),
    Target.GIVEN_NAME: ("名", "given name", "first name", "firstname", "fname", "first", "givenname", "forename"),
    Target.MIDDLE_NAME: ("中间名", "middle name", "additional name"),
    Target.NICKNAME: (
        "昵称", "网名", "小名", "英文名", "买家昵称", "用户昵称", "微信昵称", "nickname", "nick name", "alias",
        "buyer nick",
    ),
    Target.COMPANY: (
        "公司", "公司名称", "公司名", "单位", "单位名称", "工作单位", "企业", "企业名称", "所属公司", "company",
        "company name", "organization", "organisation", "organization name", "organisation name", "account name",
        "business name", "employer", "address customer company",
    ),
    Target.JOB_TITLE: (
        "职位", "职务", "岗位", "职业", "job title", "jobtitle", "position", "occupation", "profession",
        "organization title", "title",
    ),
    Target.EMAIL: (
        "邮箱", "邮件", "电子邮件", "电子邮箱", "邮箱地址", "电子邮件地址", "邮件地址", "备用邮箱", "注册邮箱",
        "联系邮箱", "email", "e mail", "mail", "email address", "e mail address", "email value", "e mail value",
        "secondary email", "primary email", "work email", "home email", "personal email", "other email",
        "other e mails", "其他邮箱",
    ),
    Target.EMAIL_LABEL: ("e mail type", "email type", "e mail label", "email label", "电子邮件类型"),
    Target.WECHAT: (
        "微信", "微信号", "微信账号", "微信id", "wechat", "weixin", "wechat id", "we chat", "wechat number",
        "other wechat", "other we chat", "其他微信",
    ),
    Target.GENDER: ("性别", "gender", "sex", "男/女", "男女"),
    Target.BIRTHDAY: (
        "生日", "出生日期", "出生年月日", "出生年月", "阳历生日", "公历生日", "宝宝生日", "birthday", "birthdate",
        "birth date", "date of birth", "dob", "bday", "born", "born on",
    ),
    Target.LUNAR_BIRTHDAY: ("农历生日", "阴历生日", "旧历生日", "lunar birthday"),
    Target.OTHER_DATE: ("纪念日", "结婚纪念日", "结婚日期", "anniversary", "wedding anniversary", "wedding date"),
    Target.SOURCE: (
        "来源", "客户来源", "会员来源", "来源渠道", "注册渠道", "线索来源", "渠道", "获客渠道", "来店渠道",
        "从哪里来", "了解渠道", "source", "lead source", "customer source", "came from", "how did you hear about us",
        "channel", "acquisition source",
    ),
    Target.INTRODUCER: (
        "介绍人", "推荐人", "引荐人", "转介绍人", "推荐人手机", "推荐人手机号", "推荐人姓名", "推荐人卡号",
        "introducer", "introduced by", "referred by", "referrer", "referral", "recommended by",
    ),
    Target.HOUSEHOLD: ("家庭", "家庭名称", "household", "family"),
    Target.OWNER: (
        "负责人", "跟进人", "所属导购", "归属导购", "导购", "营业员", "业务员", "销售", "销售员", "客户经理",
        "服务人员", "专属顾问", "顾问", "美容师", "技师", "发型师", "教练", "老师", "所属员工", "开卡人",
        "联系人所有者", "所有者", "归属人", "owner", "contact owner", "lead owner", "account owner",
        "looked after by", "sales rep", "salesperson", "assigned to", "staff", "由谁负责", "谁负责",
    ),
    Target.CARD_NUMBER: (
        "卡号", "会员卡号", "会员卡", "会员号", "会员卡编号", "vip卡号", "vip号", "卡编号", "实体卡号", "贵宾卡号",
        "card number", "card no", "card code", "member card", "membership number", "member no", "member number",
        "loyalty card", "user card code", "card num", "vip no", "membership no",
    ),
    Target.FILE_NUMBER: (
        "编号", "客户编号", "会员编号", "顾客编号", "客户编码", "会员编码", "客户号", "客户id", "会员id", "用户id",
        "顾客id", "id", "customer id", "customerid", "contact id", "member id", "user id", "customer number",
        "customer no", "client id", "external id", "record id", "client number", "uid", "客户代码", "rec id",
    ),
    Target.PUBLIC_ID: ("crm id", "crm编号", "crm 编号"),
    Target.STATUS: (
        "状态", "会员状态", "客户状态", "卡状态", "会员卡状态", "使用状态", "status", "card status",
        "customer status",
    ),
    Target.TAGS: (
        "标签", "会员标签", "客户标签", "分组", "会员分组", "客户分组", "群组", "类别", "tags", "tag", "labels",
        "label", "group", "groups", "group name", "group membership", "categories", "category", "segments", "segment",
        "keywords", "customer group",
    ),
    Target.NOTE: (
        "备注", "附注", "说明", "备注信息", "客户备注", "会员备注", "描述", "留言", "notes", "note", "remark",
        "remarks", "comment", "comments", "description", "memo", "message",
    ),
    Target.LIKES: (
        "喜好", "爱好", "偏好", "喜欢", "兴趣", "兴趣爱好", "likes", "hobby", "hobbies", "interests", "preferences",
    ),
    Target.DISLIKES: ("不喜欢", "忌口", "禁忌", "雷区", "dislikes"),
    Target.SIZES: ("尺码", "尺寸", "身材", "鞋码", "衣服尺码", "sizes", "size", "measurements"),
    Target.ALLERGIES: ("过敏", "过敏史", "过敏源", "allergies", "allergy", "过敏物"),
    Target.CREATED_AT: (
        "创建时间", "创建日期", "注册时间", "注册日期", "入会时间", "入会日期", "加入时间", "加入日期", "办卡时间",
        "办卡日期", "开卡时间", "开卡日期", "建档时间", "建档日期", "登记时间", "登记日期", "成为客户时间",
        "成为会员时间", "录入时间", "客户自", "成为顾客时间", "created time", "created at", "created", "created on",
        "created date", "creation date", "date created", "registered", "registered at", "registration date",
        "register time", "join date", "joined", "customer since", "member since", "date added",
    ),
    Target.SKIP: (
        "密码", "password", "登录密码", "支付密码", "交易密码", "密码明文", "序号", "行号", "row number", "#",
        "what is wrong", "how to mend it", "哪里不对", "怎么改",
    ),
}  # fmt: skip

PHONES: dict[str, tuple[str, ...]] = {
    "mobile": (
        "手机", "手机号", "手机号码", "移动电话", "电话号码手机", "mobile", "mobile phone", "mobile phone number",
        "cell", "cell phone", "cellphone", "mobile number", "car phone", "手机电话",
    ),
    "work": (
        "办公电话", "公司电话", "商务电话", "单位电话", "工作电话", "work phone", "business phone", "office phone",
        "company main phone", "company phone",
    ),
    "home": ("家庭电话", "住宅电话", "家里电话", "宅电", "home phone"),
    "fax": (
        "传真", "传真号", "商务传真", "住宅传真", "家庭传真", "fax", "fax number", "home fax", "business fax",
        "other fax", "work fax",
    ),
    "landline": ("座机", "座机号", "固定电话", "固话", "landline", "telephone"),
    "other": (
        "其他电话", "备用电话", "other phone", "callback", "radio phone", "secondary phone", "alternate phone",
        "other phones", "address phone",
        "address customer phone"),
    "": (
        "电话", "电话号码", "联系电话", "联系方式", "联系手机", "联系号码", "号码", "收货电话", "收货人电话",
        "收货人手机", "收件人电话", "收件人手机", "买家手机", "phone", "phone number", "tel", "phone value",
        "primary phone", "contact number", "contact phone", "phone no", "telephone number", "tel no", "main phone",
    ),
}  # fmt: skip
"""Phones by the label they get."""

PHONE_TYPES = ("phone type", "phone label", "电话类型")

ADDRESS_KINDS: dict[str, tuple[str, ...]] = {
    "home": ("home", "住宅地址", "家庭", "住宅", "家庭地址"),
    "work": ("business", "work", "office", "商务地址", "公司", "单位", "商务", "公司地址"),
    "other": ("other", "其他", "其他地址"),
    "": (
        "address", "address customer", "mailing", "billing", "shipping", "delivery", "邮寄", "收货", "收货人", "收件",
        "所在", "联系",
    ),
}  # fmt: skip
"""Words before a part of an address, by the label the address gets."""

ADDRESS_PARTS: dict[Target, tuple[str, ...]] = {
    Target.ADDRESS: (
        "地址", "详细地址", "联系地址", "家庭地址", "住址", "家庭住址", "通讯地址", "通信地址", "收货地址",
        "收件地址", "公司地址", "单位地址", "现住址", "居住地址", "所在地", "所在地区", "address", "formatted",
        "full address", "mailing address", "home address", "business address", "other address", "shipping address",
        "delivery address", "postal address", "other addresses",
    ),
    Target.COUNTRY: ("国家", "国家/地区", "国家地区", "country", "country/region", "country region"),
    Target.PROVINCE: (
        "省", "省份", "省/市", "省/市/自治区", "省市自治区", "province", "state", "region", "state/region",
        "state region",
    ),
    Target.CITY: ("市", "城市", "市/县", "市县", "所在城市", "city", "town"),
    Target.DISTRICT: ("区", "区县", "区/县", "县", "县区", "district", "county", "suburb"),
    Target.STREET: (
        "街道", "街道地址", "street", "street address", "address line", "extended address", "po box",
        "address po box", "门牌号",
    ),
    Target.POSTCODE: (
        "邮编", "邮政编码", "邮政编号", "zip", "zip code", "postal code", "postcode", "post code", "postal",
    ),
}  # fmt: skip

PREFIXES = (
    "会员", "客户", "顾客", "用户", "买家", "客人", "学员", "联系人", "主要", "常用", "主", "您的", "本人", "注册",
    "收货人", "customer ", "member ", "client ", "contact ", "primary ", "main ", "user ", "buyer ", "your ",
    "guest ", "personal ",
)  # fmt: skip
"""Words in front of a heading that do not change its meaning."""

OTHERS = (
    "assistant", "asst", "助理", "manager", "spouse", "配偶", "children", "上级", "紧急联系人", "emergency", "vendor",
    "礼品", "父卡", "address customer name", "address customer first name", "address customer last name", "达人",
    "小店", "yomi", "display name", "modified", "修改时间", "修改日期", "修改人",
    "最后修改", "campaign", "会员类别", "客户类别",
)  # fmt: skip
"""Words that say a column is about somebody or something else; it becomes a field of its own."""

COMPUTED = (
    "last contact", "最近联系", "age", "年龄", "days since contact", "未联系天数", "customers introduced",
    "介绍客户数", "deleted", "删除日期", "deleted by", "删除人",
)  # fmt: skip
"""Columns of the program's own exports that it computes itself."""
